"""``config.yaml`` -> typed settings: the shipped file, the user's file, the environment, the command line."""
