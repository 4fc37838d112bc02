"""What is said of applications to schools, in the chat and to those who are told of them."""
