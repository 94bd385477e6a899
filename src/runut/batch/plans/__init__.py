"""What is done to tables: each plan takes those of a part or a bucket, and writes others."""
