"""The Attendance stage: who was there, for how long, and what somebody must decide."""
