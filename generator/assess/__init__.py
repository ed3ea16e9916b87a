"""What is said of a brief by rule: whence its facts come, how well they are borne out, what follows from them."""
