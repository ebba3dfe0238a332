"""Takes out of a PDF whatever acts by itself, so that the file can be passed on: scripts, launches, media, attachments.

Only plain navigation stays: going to a place in this file, and links to web and mail addresses.
"""

from __future__ import annotations

from typing import Final

import pikepdf

KEPT_ACTIONS: Final = ("/GoTo", "/URI", "/Named")
ACTIONS_OUT: Final = (
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound",
    "/RichMediaExecute", "/GoTo3DView", "/Trans", "/SetOCGState", "/Hide", "/Thread",
)  # fmt: skip
KEPT_SCHEMES: Final = ("http:", "https:", "mailto:")
ACTIVE_ANNOTATIONS: Final = ("/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/FileAttachment")
ALWAYS_OUT: Final = ("/AA", "/JS", "/XFA", "/AF", "/Perms")
"""Keys that start something or carry a script, a form program, attached files, or rights that a change makes void."""
DEEPEST: Final = 40


def disarm(pdf: pikepdf.Pdf) -> None:
    """Removes active content from the whole file, in place."""
    root = pdf.Root
    for key in ("/OpenAction", "/AA", "/Collection"):
        if key in root and not (key == "/OpenAction" and _harmless_opening(root[key])):
            del root[key]
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        for key in ("/JavaScript", "/EmbeddedFiles", "/Renditions"):
            if key in names:
                del names[key]
    for thing in pdf.objects:
        _disarm(thing, 0)


def _disarm(thing: object, depth: int) -> None:
    """Cleans a dictionary, a stream's dictionary or an array, and the direct objects within; others come by themselves."""
    if depth > DEEPEST:
        return
    if isinstance(thing, pikepdf.Array):
        _disarm_array(thing, depth)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in ALWAYS_OUT:
            if key in thing:
                del thing[key]
        for key in list(thing.keys()):
            value = thing[key]
            if _known_active(value) or (key in ("/A", "/PA", "/Next") and _acts(value)):
                del thing[key]
            elif isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect:
                _disarm(value, depth + 1)


def _disarm_array(array: pikepdf.Array, depth: int) -> None:
    for i in reversed(range(len(array))):
        item = array[i]
        if isinstance(item, pikepdf.Dictionary) and (_known_active(item) or item.get("/Subtype") in ACTIVE_ANNOTATIONS):
            del array[i]
        elif isinstance(item, pikepdf.Array | pikepdf.Dictionary) and not item.is_indirect:
            _disarm(item, depth + 1)


def _acts(action: object) -> bool:
    """Whether it is an action other than plain navigation."""
    if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
        return False
    kind = action["/S"]
    if not isinstance(kind, pikepdf.Name) or str(kind) not in KEPT_ACTIONS:
        return True
    return str(kind) == "/URI" and not str(action.get("/URI", "")).strip().lower().startswith(KEPT_SCHEMES)


def _known_active(thing: object) -> bool:
    """Whether it is one of the actions that go out, wherever it stands. A name list, since /S means much else elsewhere."""
    if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type", "/Action") != "/Action":
        return False
    kind = thing.get("/S")
    return isinstance(kind, pikepdf.Name) and str(kind) in ACTIONS_OUT


def _harmless_opening(action: object) -> bool:
    """An array is a place in the file; a dictionary must be a plain way there."""
    return isinstance(action, pikepdf.Array) or (isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/GoTo")
