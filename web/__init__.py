"""What is reached by HTTP: links of letters, the webhook, health. Knows no screen of the chat."""
