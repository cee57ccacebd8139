"""A mail server for tests on the loopback interface (aiosmtpd, Debian's package python3-aiosmtpd).

usage: server.py FOLDER [PASSWORD] [--certificate FILE [--at-once]]

Prints its port, then serves until its standard input ends. Each message that it takes becomes FOLDER/N.json: the
envelope and what Python's own mail reader, an implementation that shares nothing with ours, finds in it. What becomes
of a message hangs on its recipient: refuse@ and later@ are answered so, drop@ loses the connection after the last byte.
With a password, the user `relis` has to log in. With a certificate (and its key, in one file), STARTTLS is offered; the
connection is encrypted from its first byte with --at-once.
"""
import argparse
import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("folder", type=pathlib.Path)
arguments.add_argument("password", nargs="?")
arguments.add_argument("--certificate")
arguments.add_argument("--at-once", action="store_true")
given = arguments.parse_args()
folder, password = given.folder, given.password


class Handler:
    taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse@"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("later@"):
            return "451 4.7.1 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken += 1
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        defects = [repr(defect) for part in message.walk() for defect in part.defects]
        for header in message.values():
            defects += [repr(defect) for defect in header.defects]
        (folder / f"{self.taken}.json").write_text(json.dumps({
            "encrypted": server.transport.get_extra_info("sslcontext") is not None,
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "headers": {name: str(value) for name, value in message.items()},
            "type": message.get_content_type(),
            "parts": [{"type": part.get_content_type(), "encoding": part["content-transfer-encoding"],
                       "content": part.get_content()} for part in parts],
            "defects": defects,
            "longest_line": max(len(line) for line in envelope.content.split(b"\r\n")),
            "bare_line_breaks": envelope.content.replace(b"\r\n", b"").count(b"\n"),
            "ascii": envelope.content.isascii(),
        }), encoding="utf-8")
        if any(address.startswith("drop@") for address in envelope.rcpt_tos):
            server.transport.abort()
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == b"relis" and data.password == password.encode()
    return AuthResult(success=right, handled=right)


async def main():
    handler = Handler()
    options = {}
    if password is not None:
        options = {"auth_required": True, "auth_require_tls": False, "authenticator": authenticate}
    context = None
    if given.certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.certificate)
        if not given.at_once:
            options["tls_context"] = context
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="localhost", **options), "127.0.0.1", 0,
                                      ssl=context if given.at_once else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
