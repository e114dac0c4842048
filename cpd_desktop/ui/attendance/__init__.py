"""The Attendance stage: who was really there, and where that is known from."""
