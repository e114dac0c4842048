"""What the window shows of certificates: the stage, the register, and the editor of templates."""
