"""An SMTP server's folder of letters that does not take every letter: who is written to says how it is answered."""

from aiosmtpd.handlers import Mailbox


class Post(Mailbox):
    """Answers 550 for nobody.*, 451 the first times for busy.*, 530 for locked.*, 451 and what would be lines of their own
    for tricky.*, and takes every other letter."""

    # As often does somebody who is busy ask to come again later.
    PUT_OFF = 1

    def __init__(self, mail_dir):
        super().__init__(mail_dir)
        self.asked = {}

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        name = address.split("@")[0]
        if name.startswith("nobody."):
            return "550 5.1.1 No such user here"
        if name.startswith("locked."):
            return "530 5.7.0 Authentication required"
        if name.startswith("tricky."):
            lines = "451-Anna\r\n451-Bcc: x@evil.test\r\n451 then\u2028X-Evil: 1\u2029X-Evil: 2\x85X-Evil: 3"
            return lines.encode()
        if name.startswith("busy."):
            self.asked[address] = self.asked.get(address, 0) + 1
            if self.asked[address] <= self.PUT_OFF:
                return "451 4.7.1 Too much at once, come again later"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(rcpt_options)
        return "250 OK"
