#!/usr/bin/env python3
"""Pictures of the main pages: wide and narrow, light and dark, in both directions of writing.

usage: eval/screenshots.py [--readme]

Writes screenshots/NAME-WIDTH-SCHEME.png. With --readme, writes only the two that the README shows,
docs/images/front.png and docs/images/change.png. The pages are those of the scripted day, seen at its end.
"""
import contextlib
import os
import re
import subprocess
import sys

import pages

SHOWN = ("front", "article", "change", "change-inline", "change-only", "version", "versions", "blame", "blame-arabic", "outlets", "article-arabic", "change-arabic")


@contextlib.contextmanager
def evening(folder):
    """The day's pages as they stood when it ended: served by the demo's clock, not by ours."""
    newsroom = subprocess.Popen([pages.REPLATE, "newsroom", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    demo = None
    try:
        address = re.search(r"http://[\d.:]+", newsroom.stdout.readline())[0]
        pages.played(folder, "--newsroom", address)
        # The last of the looks has set the clock; from here it all but stands.
        demo = subprocess.Popen([pages.REPLATE, "demo", "--newsroom", address, "--keep", folder, "--listen", "127.0.0.1:0", "--speed", "0.01"],
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in demo.stdout:
            found = re.search(r"http://[\d.]+:\d+", line)
            if found:
                yield pages.Site(found[0])
                break
        else:
            raise SystemExit("`replate demo` did not say where it serves")
    finally:
        for process in (demo, newsroom):
            if process:
                process.terminate()
                process.wait(timeout=10)


def main():
    readme = "--readme" in sys.argv[1:]
    target = os.path.join(pages.ROOT, *(("docs", "images") if readme else ("screenshots",)))
    os.makedirs(target, exist_ok=True)
    with pages.folder() as folder, evening(os.path.join(folder, "day")) as site, pages.browser() as chromium:
        day = pages.Day(chromium, site, None)
        kinds = pages.kinds(site)
        for scheme in ("light",) if readme else ("light", "dark"):
            for width in (1280,) if readme else (1280, 390):
                with day.page(width=width, scheme=scheme) as page:
                    for name in ("front", "change") if readme else SHOWN:
                        page.goto(site.address + kinds[name])
                        path = os.path.join(target, f"{name}.png" if readme else f"{name}-{width}-{scheme}.png")
                        page.screenshot(path=path, full_page=not readme)
                        print(os.path.relpath(path, pages.ROOT), os.path.getsize(path) // 1024, "KiB")


if __name__ == "__main__":
    main()
