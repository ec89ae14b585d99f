# Asks the windows of the display to close, as a window manager does; there is none here.
import ctypes, ctypes.util, os

X = ctypes.CDLL("libX11.so.6")
Window, Atom = ctypes.c_ulong, ctypes.c_ulong


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", Window),
        ("message_type", Atom),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    ]


class Event(ctypes.Union):
    _fields_ = [("client", ClientMessage), ("pad", ctypes.c_long * 24)]


X.XOpenDisplay.restype = ctypes.c_void_p
X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X.XDefaultRootWindow.restype = Window
X.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
X.XInternAtom.restype = Atom
X.XQueryTree.argtypes = [ctypes.c_void_p, Window] + [ctypes.c_void_p] * 4
X.XGetWMProtocols.argtypes = [ctypes.c_void_p, Window, ctypes.c_void_p, ctypes.c_void_p]
X.XFetchName.argtypes = [ctypes.c_void_p, Window, ctypes.c_void_p]
X.XSendEvent.argtypes = [ctypes.c_void_p, Window, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
X.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]

# A window may go between the list and the question about it; the question is then answered with nothing.
Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
gone = Handler(lambda display, error: 0)
X.XSetErrorHandler.argtypes = [Handler]
X.XSetErrorHandler(gone)

display = X.XOpenDisplay(None)
protocols = X.XInternAtom(display, b"WM_PROTOCOLS", 0)
delete = X.XInternAtom(display, b"WM_DELETE_WINDOW", 0)


def children(window):
    root, parent, found, count = Window(), Window(), ctypes.POINTER(Window)(), ctypes.c_uint()
    refs = [ctypes.byref(it) for it in (root, parent, found, count)]
    X.XQueryTree(display, window, *refs)
    return [found[at] for at in range(count.value)]


def is_ours(window):
    name, atoms, count = ctypes.c_char_p(), ctypes.POINTER(Atom)(), ctypes.c_int()
    named = X.XFetchName(display, window, ctypes.byref(name)) and name.value.endswith(b"Doorward")
    if not named or not X.XGetWMProtocols(display, window, ctypes.byref(atoms), ctypes.byref(count)):
        return False
    return delete in [atoms[at] for at in range(count.value)]


asked = 0
for window in children(X.XDefaultRootWindow(display)):
    if is_ours(window):
        event = Event()
        event.client = ClientMessage(33, 0, 1, display, window, protocols, 32, (ctypes.c_long * 5)(delete))
        X.XSendEvent(display, window, 0, 0, ctypes.byref(event))
        asked += 1
X.XSync(display, 0)
if asked != 1:
    raise SystemExit(f"{asked} windows can be closed")
