"""The window, on pygame-ce; nothing outside this package imports pygame.

`theme` names colours and sizes, `pen` draws text, panels, icons and pictures at the window's scale, `stage` is the
small scene graph (named nodes, focus, tooltips), `app` the loop and the stack of scenes.
"""
