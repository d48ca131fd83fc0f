"""The handbook in the window: blocks of text set in columns, pictures drawn by the table's own code, links."""
