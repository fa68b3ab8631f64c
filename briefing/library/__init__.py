"""What has been read, kept so that it need not be read again."""
