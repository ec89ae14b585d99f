# Gives the keyboard to the application's window, or takes it away, as a window manager does; there is none here. Says
# whether the window has it.
import ctypes, sys

X = ctypes.CDLL("libX11.so.6")
Window = ctypes.c_ulong
X.XOpenDisplay.restype = ctypes.c_void_p
X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X.XDefaultRootWindow.restype = Window
X.XQueryTree.argtypes = [ctypes.c_void_p, Window] + [ctypes.c_void_p] * 4
X.XFetchName.argtypes = [ctypes.c_void_p, Window, ctypes.c_void_p]
X.XSetInputFocus.argtypes = [ctypes.c_void_p, Window, ctypes.c_int, ctypes.c_ulong]
X.XGetInputFocus.argtypes = [ctypes.c_void_p] * 3
X.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]

display = X.XOpenDisplay(None)
root = X.XDefaultRootWindow(display)
parts = (Window(), Window(), ctypes.POINTER(Window)(), ctypes.c_uint())
X.XQueryTree(display, root, *[ctypes.byref(it) for it in parts])
ours = None
for at in range(parts[3].value):
    name = ctypes.c_char_p()
    if X.XFetchName(display, parts[2][at], ctypes.byref(name)) and name.value.endswith(b"Doorward"):
        ours = parts[2][at]
if sys.argv[1] == "there":
    raise SystemExit(print("no" if ours is None else "yes"))
if ours is None:
    raise SystemExit("the window is not there")
if sys.argv[1] != "ask":
    # 0: no window at all.
    X.XSetInputFocus(display, ours if sys.argv[1] == "window" else 0, 0, 0)
    X.XSync(display, 0)
has, reverts = Window(), ctypes.c_int()
X.XGetInputFocus(display, ctypes.byref(has), ctypes.byref(reverts))
print("yes" if has.value == ours else "no")
