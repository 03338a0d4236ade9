"""A web server with every kind of answer that a link checker meets.

Usage: link_server.py FOLDER

Prints its ports, plain and TLS, on one line once it serves; nobody trusts its certificate. Writes
each request to FOLDER/log as "METHOD PATH", and the most requests that it ever served at once to
FOLDER/most. Ends when its standard input does.
"""

import http.server
import os
import ssl
import subprocess
import sys
import threading
import time

folder = sys.argv[1]
lock = threading.Lock()
seen = {}
running = 0
most = 0


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        global running, most
        with lock:
            running += 1
            most = max(most, running)
            times = seen[self.path] = seen.get(self.path, 0) + 1
            with open(folder + "/log", "a") as log:
                log.write(f"{self.command} {self.path}\n")
            with open(folder + "/most", "w") as log:
                log.write(str(most))
        try:
            self.reply(times)
        except OSError:
            self.close_connection = True
        finally:
            with lock:
                running -= 1

    def reply(self, times):
        name, _, rest = self.path[1:].partition("/")
        head = self.command == "HEAD"
        if name.isdigit():
            self.status(int(name))
        elif name == "flaky":
            self.status(200 if times > 2 else 503)
        elif name == "nohead":
            self.status(int(rest) if head else 200)
        elif name == "redirect":
            self.redirect("/" + rest)
        elif name == "hops":
            self.redirect(f"/hops/{int(rest) - 1}" if int(rest) > 1 else "/200")
        elif name == "loop":
            self.redirect("/loop")
        elif name == "localhost":
            self.redirect(f"http://localhost:{self.server.server_port}/200")
        elif name == "file":
            self.redirect("file:///etc/passwd")
        elif name == "slow":
            time.sleep(float(rest))
            self.status(200)
        elif name == "hangup":
            self.close_connection = True
        elif name == "huge":
            self.huge(head)
        elif name == "headers":
            self.endless_headers()
        elif name == "body":
            self.body(b"x" * int(rest))
        elif name == "absent":
            self.body(b"x" * int(rest), 404)
        elif name == "drip":
            self.drip()
        elif name == "encoded":
            self.body(b"", encoding=rest)
        elif name == "asked":
            self.body(str(self.headers).encode())
        else:
            self.status(404)

    def status(self, code):
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def redirect(self, target):
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def body(self, content, code=200, encoding=None):
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Set-Cookie", "seen=yes")
        if encoding:
            self.send_header("content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(content)

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def huge(self, head):
        if head:
            return self.status(405)
        self.send_response(200)
        self.send_header("Content-Length", str(1 << 40))
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def endless_headers(self):
        self.send_response(200)
        while True:
            self.send_header("X-Padding", "x" * 1000)
            self.flush_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
     "-nodes", "-subj", "/CN=localhost", "-keyout", folder + "/key", "-out", folder + "/certificate"],
    check=True, stderr=subprocess.DEVNULL)
plain = Server(("127.0.0.1", 0), Handler)
secure = Server(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder + "/certificate", folder + "/key")
secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
for server in (plain, secure):
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(plain.server_port, secure.server_port, flush=True)
sys.stdin.read()
os._exit(0)
