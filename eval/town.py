"""Three small outlets for a newcomer to watch: one with a feed, one with a sitemap only, one with a front page only.

They answer at addresses that are public by their numbers, inside a network of their own where nobody else is.
"""
import email.utils
import hashlib
import html
import http.server
import threading
import time

ADDRESSES = {"ledger.example": "45.11.22.1", "gazette.example": "45.11.22.2", "echo.example": "45.11.22.3"}

TEXTS = {
    "ledger.example": [
        ("/news/ferry-timetable", "Ferry to leave every 20 minutes from May", ["The ferry across the sound will leave every 20 minutes from May, the harbour office said on Monday.",
         "It now leaves twice an hour. The second boat was built in the yard of the town and cost 4.2 million crowns.", "Commuters had asked for more departures since the bridge was narrowed to one lane."]),
        ("/news/library-roof", "Library roof to be mended before the winter", ["Rain has come through the roof of the town library since August, and 300 books were lost.",
         "The council voted for the repair with nine votes to two.", "Readers may use the reading room in the old school until October."]),
        ("/sport/rowing-cup", "Rowers win the cup for the third time", ["The rowing club won the cup on the lake on Sunday, for the third time in a row.",
         "The eight finished two lengths ahead of the boat from the next valley.", "Its coach called the water rough and the crew stubborn."]),
    ],
    "gazette.example": [
        ("/2026/school-garden", "School garden feeds the canteen", ["Pupils of the hill school grew 240 kilograms of potatoes this year, and the canteen cooked all of them.",
         "The garden was a car park until two years ago.", "A second plot behind the gym will be dug in spring, said the head teacher."]),
        ("/2026/night-bus", "Night bus comes back on weekends", ["The night bus runs again on Fridays and Saturdays, after a break of three years.",
         "It stops at the hospital, the market and the station.", "A ride costs two crowns, and students ride free."]),
    ],
    "echo.example": [
        ("/stories/lighthouse-keeper", "The last lighthouse keeper retires", ["After 41 years in the tower, the last lighthouse keeper of the coast handed over her keys on Friday.",
         "The lamp has been automatic since 1998, but somebody had to clean the lens.", "She said that she would miss the storms and nothing else."]),
        ("/stories/market-square", "Market square to lose its fountain for a year", ["The fountain on the market square will be taken apart for a year, because its pipes are of lead.",
         "Stallholders fear for the flower market in June.", "The stones will be numbered and kept in the salt store."]),
        ("/stories/harbour-seal", "Harbour seal sleeps on the pilot's boat again", ["A seal has slept on the pilot's boat every night since Easter, and the pilot now sets out around it.",
         "It leaves by itself at six in the morning.", "The harbour office has asked visitors not to feed it."]),
        ("/stories/cinema-reopens", "Cinema on Tar Lane reopens with a silent film", ["The cinema on Tar Lane opens again on Saturday, with a silent film and a pianist from the music school.",
         "Its 120 seats come from a theatre that was pulled down.", "Tickets for the first week are sold out."]),
        ("/stories/apple-harvest", "Frost in April halves the apple harvest", ["Growers on the south slope expect half of the apples of last year, because of two nights of frost in April.",
         "Pears did better, since they bloom a week later.", "The juice press will run on three days a week only."]),
        ("/stories/tram-line", "Council puts off the tram line to the airport", ["The council has put off the tram line to the airport until the state says what it will pay.",
         "The line would be nine kilometres long, with eleven stops.", "Opponents want a bus lane on the same road instead."]),
        ("/stories/chess-in-park", "Chess tables in the park are taken from eight in the morning", ["Four chess tables of granite have stood in the park since May, and they are taken from eight in the morning.",
         "The oldest player is 91, the youngest seven.", "The club lends pieces to whoever leaves a shoe."]),
    ],
}


class Town:
    """The three outlets, with what has been edited."""

    def __init__(self):
        self.texts = {host: [[path, headline, list(body), time.time() - 3600] for path, headline, body in articles] for host, articles in TEXTS.items()}
        self.asked = []
        town = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                town.answer(self)

            do_HEAD = do_GET

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("0.0.0.0", 80), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def addresses(self, host):
        """Where the articles of an outlet stand."""
        return [f"http://{host}{path}" for path, *_ in self.texts[host]]

    def edit(self, address, find, other):
        """The newsroom edits a text."""
        host, _, path = address.removeprefix("http://").partition("/")
        article = next(article for article in self.texts[host] if article[0] == "/" + path)
        if not any(find in part for part in (article[1], *article[2])):
            raise ValueError(f"{address} does not say {find!r}")
        article[1] = article[1].replace(find, other)
        article[2] = [part.replace(find, other) for part in article[2]]
        article[3] = time.time()

    def publish(self, host, path, headline, body):
        """A new article comes."""
        self.texts[host].append([path, headline, body, time.time()])

    def answer(self, request):
        """One answer, with an ETag, and 304 for whoever knows it."""
        host = (request.headers.get("host") or "").split(":")[0]
        self.asked.append((host, request.path, request.headers.get("user-agent"), request.headers.get("if-none-match")))
        found = self.page(host, request.path) if host in self.texts else None
        status, kind, text = (200, *found) if found else (404, "text/html", "<!DOCTYPE html><title>Not found</title><h1>Not found</h1>")
        body = text.encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if found and request.headers.get("if-none-match") == tag:
            status, body = 304, b""
        request.send_response(status)
        request.send_header("Content-Type", f"{kind}; charset=utf-8")
        request.send_header("Content-Length", str(len(body)))
        if found:
            request.send_header("ETag", tag)
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(body)

    def page(self, host, path):
        """Media type and text of a page."""
        articles = self.texts[host]
        name = {"ledger.example": "The Sound Ledger", "gazette.example": "Hill Gazette", "echo.example": "Coast Echo"}[host]
        if path == "/robots.txt":
            return "text/plain", "User-agent: *\nAllow: /\n" + (f"Sitemap: http://{host}/sitemap.xml\n" if host == "gazette.example" else "")
        if path == "/":
            return "text/html", self.front(host, name)
        if path == "/feed.xml" and host == "ledger.example":
            return "application/rss+xml", self.feed(host, name)
        if path == "/sitemap.xml" and host == "gazette.example":
            return "application/xml", self.sitemap(host, name)
        for own, headline, body, _ in articles:
            if path == own:
                text = "".join(f"<p>{html.escape(part)}</p>" for part in body)
                return "text/html", (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{html.escape(headline)} | {name}</title></head><body><header><a href=/>{name}</a></header>"
                                     f"<article><h1>{html.escape(headline)}</h1>{text}</article><footer>{name}, 1 Quay Street</footer></body></html>")
        return None

    def front(self, host, name):
        """The front page: with links, or with nothing but a welcome."""
        head = f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{name}</title>"
        if host == "ledger.example":
            head += '<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">'
        links = "".join(f"<article><h2><a href='{path}'>{html.escape(headline)}</a></h2><p>{html.escape(body[0])}</p></article>" for path, headline, body, _ in self.texts[host])
        if host == "gazette.example":
            links = "<p>Welcome to the Gazette. Read us on paper.</p>"
        menu = "<nav><a href='/'>Home</a> <a href='/about'>About</a> <a href='/contact'>Contact</a></nav>"
        return f"{head}</head><body><header>{name}</header>{menu}<main>{links}</main><footer><a href='/privacy'>Privacy</a></footer></body></html>"

    def feed(self, host, name):
        """An RSS feed."""
        items = "".join(f"<item><title>{html.escape(headline)}</title><link>http://{host}{path}</link><guid>http://{host}{path}</guid>"
                        f"<pubDate>{email.utils.formatdate(at, usegmt=True)}</pubDate><description>{html.escape(body[0])}</description></item>"
                        for path, headline, body, at in self.texts[host])
        return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{name}</title><link>http://{host}/</link><description>News</description>{items}</channel></rss>'

    def sitemap(self, host, name):
        """A news sitemap."""
        urls = "".join(f"<url><loc>http://{host}{path}</loc><news:news><news:publication><news:name>{name}</news:name><news:language>en</news:language></news:publication>"
                       f"<news:publication_date>{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(at))}</news:publication_date><news:title>{html.escape(headline)}</news:title></news:news></url>"
                       for path, headline, _, at in self.texts[host])
        return ('<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
                f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>')
