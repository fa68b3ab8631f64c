"""The screens: dashboard, reader, and the overlays."""
