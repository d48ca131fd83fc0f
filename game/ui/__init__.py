"""The window, on pygame-ce; nothing outside this package imports pygame.

Drawing: `theme` names colours and sizes; a `pen.Pen` is made for a window's size and scale and draws text,
icons, pictures and panels (its parts: `layout`, `svg`, `fonts`, `text`, `panel`). Places are pixels
(`pen.px(units)`, `pen.rect(x, y, w, h)` turn units into them); sizes of type and radii are units. Text may
hold `**bold**` and `{gain:+2}`; `pen.paragraph` wraps it, `pen.paragraph_height` measures it.

The scene graph: a scene's `nodes()` returns `nodes.Node`s (name, rect, paint, key, act, tip, group, layer)
and is asked again after every input, when `update(seconds)` returns True, and after `app.rebuild()`.
`stage.Stage` keeps each node's picture while its name, size and key stay the same, draws only the rectangles
that changed, and knows what is under the pointer and what has the focus; `hands.Hands` turns input into
that. `lit` is a node's picture while it is pointed at; `keys`, `drag` and `wheel` let it take input for
itself; a node with `cover` hides lower layers from hands. Tab goes from group to group, arrows inside one,
Enter and Space act.

`widgets` has buttons, segments, toggle, slider, `Entry`, `Scroll`, `Question`; `app.App` the loop, the stack
of scenes (`push`, `pop`, `replace`), `say` for a line at the bottom, `ask` for a question; `app.Scene` is
the base of a screen.
"""
