# Does with the application's window what a window manager does; there is none here: `window.py WHAT`.
# `there`: says whether there is one. `ask`: says whether it has the keyboard. `give`, `take`: gives it the keyboard or
# takes it away, and says whether it has it then. `close`: asks it to close.
import ctypes, sys

X = ctypes.CDLL("libX11.so.6")
Window, Atom, Display = ctypes.c_ulong, ctypes.c_ulong, ctypes.c_void_p
WHAT = sys.argv[1]


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", Display),
        ("window", Window),
        ("message_type", Atom),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    ]


class Event(ctypes.Union):
    _fields_ = [("client", ClientMessage), ("pad", ctypes.c_long * 24)]


# A window may go between the list of windows and the question about it; the question is then answered with nothing.
Handler = ctypes.CFUNCTYPE(ctypes.c_int, Display, ctypes.c_void_p)
gone = Handler(lambda display, error: 0)

X.XSetErrorHandler.argtypes = [Handler]
X.XOpenDisplay.restype = Display
X.XDefaultRootWindow.argtypes = [Display]
X.XDefaultRootWindow.restype = Window
X.XInternAtom.argtypes = [Display, ctypes.c_char_p, ctypes.c_int]
X.XInternAtom.restype = Atom
X.XQueryTree.argtypes = [Display, Window] + [ctypes.c_void_p] * 4
X.XGetWMProtocols.argtypes = [Display, Window, ctypes.c_void_p, ctypes.c_void_p]
X.XFetchName.argtypes = [Display, Window, ctypes.c_void_p]
X.XSetInputFocus.argtypes = [Display, Window, ctypes.c_int, ctypes.c_ulong]
X.XGetInputFocus.argtypes = [Display] + [ctypes.c_void_p] * 2
X.XSendEvent.argtypes = [Display, Window, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
X.XSync.argtypes = [Display, ctypes.c_int]

X.XSetErrorHandler(gone)
display = X.XOpenDisplay(None)
protocols = X.XInternAtom(display, b"WM_PROTOCOLS", 0)
delete = X.XInternAtom(display, b"WM_DELETE_WINDOW", 0)


def windows():
    root, parent, found, count = Window(), Window(), ctypes.POINTER(Window)(), ctypes.c_uint()
    refs = [ctypes.byref(it) for it in (root, parent, found, count)]
    X.XQueryTree(display, X.XDefaultRootWindow(display), *refs)
    return [found[at] for at in range(count.value)]


def is_ours(window):
    name, atoms, count = ctypes.c_char_p(), ctypes.POINTER(Atom)(), ctypes.c_int()
    named = X.XFetchName(display, window, ctypes.byref(name)) and name.value.endswith(b"Doorward")
    if not named or not X.XGetWMProtocols(display, window, ctypes.byref(atoms), ctypes.byref(count)):
        return False
    return delete in [atoms[at] for at in range(count.value)]


def has_keyboard(window):
    has, reverts = Window(), ctypes.c_int()
    X.XGetInputFocus(display, ctypes.byref(has), ctypes.byref(reverts))
    return has.value == window


ours = [window for window in windows() if is_ours(window)]
if WHAT == "there":
    print("yes" if ours else "no")
    raise SystemExit
if len(ours) != 1:
    raise SystemExit(f"{len(ours)} windows can be closed")
window = ours[0]
if WHAT == "close":
    event = Event()
    event.client = ClientMessage(33, 0, 1, display, window, protocols, 32, (ctypes.c_long * 5)(delete))
    X.XSendEvent(display, window, 0, 0, ctypes.byref(event))
elif WHAT != "ask":
    # 0: no window at all.
    X.XSetInputFocus(display, window if WHAT == "give" else 0, 0, 0)
X.XSync(display, 0)
print("yes" if has_keyboard(window) else "no")
