"""Results become a table (text, Markdown) and a picture (SVG)."""
import html
import os


def share(x):
    return "-" if x is None else f"{x:.3f}".lstrip("0") if 0 <= x < 1 else f"{x:.3f}"


def percent(x):
    return "-" if x is None else f"{100 * x:.1f} %"


def number(x):
    return "-" if x is None else f"{x:.0f}"


def both(a, b, form=share):
    return lambda row: form(row.get(a)) + " / " + form(row.get(b)) if a in row else "-"


def one(key, form):
    return lambda row: form(row.get(key))


COLUMNS = [
    ("engine", lambda row: f"{row['engine']} {row['version']}" + (" (dom_query)" if row["engine"] == "tree" else "")),
    ("SH F1 / exact", both("sh_f1", "sh_exact")),
    ("FUNDUS F1 / exact", both("fundus_f1", "fundus_exact")),
    ("uncontested", both("clear_f1", "clear_exact")),
    ("WCXB F1 / test", both("wcxb_f1", "wcxb_test_f1")),
    ("title", one("title", share)),
    ("authors", one("authors", share)),
    ("day", one("day", share)),
    ("htmldate / mediacloud day", both("htmldate_day", "mediacloud_day")),
    ("false change 1 h / 2 d", both("false_1h", "false_2d", percent)),
    ("no text", one("no_text", number)),
    ("planted found / of reachable", both("planted", "planted_reachable", percent)),
    ("pages/s", one("pages_per_second", number)),
    ("x dom_smoothie", one("to_dom_smoothie", lambda x: "-" if x is None else f"{x:.2f}")),
    ("tree's share", one("tree_share", lambda x: "-" if x is None else f"{100 * x:.0f} %")),
    ("MB", lambda row: "-" if "memory_bytes" not in row else f"{row['memory_bytes'] / 1e6:.0f}"),
    ("failed", one("failed", number)),
]


def ratios(results):
    """The speed of each as a share of dom_smoothie's, and what share of its time the bare tree would take"""
    speed = {row["engine"]: row.get("pages_per_second") for row in results["rows"]}
    rust = ("replate", "dom_smoothie", "trafilatura-rs", "trafilatura-rs-fallback", "rs-trafilatura")
    for row in results["rows"]:
        mine = row.get("pages_per_second")
        if mine and speed.get("dom_smoothie"):
            row["to_dom_smoothie"] = mine / speed["dom_smoothie"]
        if mine and speed.get("tree") and row["engine"] in rust:
            row["tree_share"] = mine / speed["tree"]


def table(results, markdown):
    lines = [[name for name, _ in COLUMNS]] + [[form(row) for _, form in COLUMNS] for row in results["rows"]]
    if markdown:
        lines.insert(1, ["---"] * len(COLUMNS))
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
    wide = [max(len(line[i]) for line in lines) for i in range(len(COLUMNS))]
    return "\n".join("  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(line, wide))).rstrip() for line in lines)


def notes(results):
    said = [f"{results['date']}, {results['machine']}, Python {results['python']}"]
    if results["quick"]:
        said.append("a sample (--quick): no figure to cite")
    with_text = [row for row in results["rows"] if "planted_n" in row]
    if with_text:
        said.append(f"{with_text[0]['pages']} pages, no text counted in {with_text[0]['np_pages']}, {with_text[0]['planted_n']} planted edits")
    said += [f"missing: {name}" for name in results["missing"]]
    return "; ".join(said)


# ---- the picture: a row an engine, a panel a measure

PANELS = [  # name, key, form, whether less is better
    ("F1, SH", "sh_f1", share, False),
    ("F1, FUNDUS", "fundus_f1", share, False),
    ("exact, SH", "sh_exact", share, False),
    ("exact, FUNDUS", "fundus_exact", share, False),
    ("false change, 2 days", "false_2d", percent, True),
    ("planted edits found", "planted", percent, False),
    ("pages/s a core", "pages_per_second", number, False),
    ("memory, MB", "memory_bytes", lambda x: f"{x / 1e6:.0f}", True),
]
LEFT, TOP, ROW, PANEL, GAP, BAR = 190, 58, 22, 128, 22, 12
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1b1f24 }
.dim { fill: #57606a } .head { font-weight: 600 } .paper { fill: #fff } .track { fill: #eaeef2 } .bar { fill: #8c959f } .ours { fill: #0a66c2 }
.best { font-weight: 700 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .dim { fill: #9aa4af } .paper { fill: #0d1117 } .track { fill: #21262d } .bar { fill: #6e7681 } .ours { fill: #58a6ff }
}
"""


def figure(results):
    rows = results["rows"]
    wide, high = LEFT + len(PANELS) * (PANEL + GAP), TOP + len(rows) * ROW + 34
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="img">',
             "<title>Extractors on the same pages</title>", f"<desc>{html.escape(table(results, False))}</desc>",
             f"<style>{STYLE}</style>", f'<rect class="paper" width="{wide}" height="{high}"/>']

    def text(x, y, said, kind="", anchor="start"):
        parts.append(f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{html.escape(said)}</text>')
    for i, row in enumerate(rows):
        text(LEFT - 12, TOP + i * ROW + 11, row["engine"], "head" if row["engine"] == "replate" else "", "end")
    for n, (name, key, form, less) in enumerate(PANELS):
        x = LEFT + n * (PANEL + GAP)
        text(x, 24, name, "head")
        text(x, 40, "less is better" if less else "more is better", "dim")
        values = [row[key] for row in rows if row.get(key) is not None]
        if not values:
            continue
        # Scores begin at nought as all do; a bar's length is the figure.
        top = max(values) or 1
        best = (min if less else max)([row[key] for row in rows if row.get(key) is not None and row["engine"] != "tree"] or values)
        for i, row in enumerate(rows):
            y, value = TOP + i * ROW, row.get(key)
            if value is None:
                text(x, y + 11, "-", "dim")
                continue
            long = (PANEL - 46) * value / top
            parts.append(f'<rect class="track" x="{x}" y="{y}" width="{PANEL - 46}" height="{BAR}" rx="2"/>')
            parts.append(f'<rect class="{"ours" if row["engine"] == "replate" else "bar"}" x="{x}" y="{y}" width="{long:.1f}" height="{BAR}" rx="2"/>')
            text(x + PANEL - 40, y + 11, form(value), "best" if value == best else "")
    text(12, high - 12, notes(results), "dim")
    return "\n".join(parts + ["</svg>"]) + "\n"


def write(results, out):
    """Writes table.txt, table.md and figure.svg; gives the text"""
    ratios(results)
    plain = table(results, False) + "\n" + notes(results)
    for name, content in (("table.txt", plain + "\n"), ("table.md", table(results, True) + "\n\n" + notes(results) + "\n"), ("figure.svg", figure(results))):
        with open(os.path.join(out, name), "w", encoding="utf-8") as f:
            f.write(content)
    return plain
