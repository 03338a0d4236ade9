"""A web host of a static site, which may do wrong.

Usage: site_server.py FOLDER

Serves FOLDER/site on loopback as hosts do: index.html for folders, 404.html for what is not there,
no listings. Prints its port once it serves, and ends when its standard input does. Each line
"PATH ACTION ARGUMENT" of FOLDER/rules is what it does instead for a path:

  status N       answers N without a body
  redirect URL   answers 302
  gzip           sends the file with Content-Encoding: gzip, whatever was asked for
  old N          answers with FOLDER/old's file N times, and properly then
  endless        sends bytes for ever
"""

import gzip
import http.server
import os
import sys
import threading
import urllib.parse

folder = sys.argv[1]
lock = threading.Lock()
seen = {}


def rule_for(path):
    try:
        with open(folder + "/rules") as rules:
            for line in rules:
                name, action, *argument = line.split()
                if name == path:
                    return action, argument
    except FileNotFoundError:
        pass
    return None, []


def read(root, path):
    name = folder + root + urllib.parse.unquote(path)
    if name.endswith("/"):
        name += "index.html"
    try:
        with open(name, "rb") as file:
            return file.read()
    except OSError:
        return None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # Headers and body in one packet.

    def do_GET(self):
        with lock:
            times = seen[self.path] = seen.get(self.path, 0) + 1
        action, argument = rule_for(self.path)
        try:
            self.act(action, argument, times)
        except OSError:
            self.close_connection = True

    def act(self, action, argument, times):
        if action == "status":
            self.send(int(argument[0]), b"")
        elif action == "redirect":
            self.send(302, b"", {"Location": argument[0]})
        elif action == "gzip":
            self.send(200, gzip.compress(read("/site", self.path)), {"Content-Encoding": "gzip"})
        elif action == "old" and times <= int(argument[0]):
            self.serve(read("/old", self.path))
        elif action == "endless":
            self.endless()
        else:
            self.serve(read("/site", self.path))

    def serve(self, content):
        if content is None:
            self.send(404, read("/site", "/404.html") or b"not found")
        else:
            self.send(200, content)

    def send(self, status, content, headers={}):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def endless(self):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
os._exit(0)
