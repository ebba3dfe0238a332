"""PDFium's text calls, bound so that thousands a page stay cheap.

pypdfium2's own bindings take pointers to structures, and a call then costs three times as much as the work behind it;
these take addresses. Every call is read-only.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


_Type = type[ctypes.c_int] | type[ctypes.c_uint] | type[ctypes.c_ulong] | type[ctypes.c_double] | type[ctypes.c_void_p]


def _bind(name: str, result: _Type, *arguments: _Type) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


loose_box = _bind("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
"""text page, index, address of four floats: left, top, right, bottom in user space."""
char_matrix = _bind("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
"""text page, index, address of six floats."""
char_code = _bind("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
font_size = _bind("FPDFText_GetFontSize", ctypes.c_double, _ADDRESS, _INT)
text_object = _bind("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
object_font = _bind("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
render_mode = _bind("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
font_flags = _bind("FPDFFont_GetFlags", _INT, _ADDRESS)
font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_ulong, _ADDRESS, _ADDRESS, ctypes.c_ulong)
unmapped = _bind("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)
count_objects = _bind("FPDFPage_CountObjects", _INT, _ADDRESS)
page_object = _bind("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
object_type = _bind("FPDFPageObj_GetType", _INT, _ADDRESS)
object_bounds = _bind("FPDFPageObj_GetBounds", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
count_form_objects = _bind("FPDFFormObj_CountObjects", _INT, _ADDRESS)
form_object = _bind("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, ctypes.c_ulong)
fill_color = _bind("FPDFPageObj_GetFillColor", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
draw_mode = _bind("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
count_segments = _bind("FPDFPath_CountSegments", _INT, _ADDRESS)
path_segment = _bind("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
segment_point = _bind("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
segment_type = _bind("FPDFPathSegment_GetType", _INT, _ADDRESS)
object_matrix = _bind("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)


def address_of(pointer: ctypes._Pointer[Any]) -> int:
    """The address behind one of pypdfium2's handles."""
    return ctypes.addressof(pointer.contents)
