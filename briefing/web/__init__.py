"""The dashboard on a web page: a small server that starts the dashboard once for each page that is open."""
