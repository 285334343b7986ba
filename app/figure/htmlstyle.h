#pragma once

#include <QLatin1StringView>

namespace dateline
{

/// How the web page of a figure looks: without signs that HTML and XML read differently within a style.
inline constexpr QLatin1StringView htmlStyle(R"(
:root { color-scheme: light dark; --ink: #1f2933; --muted: #52606d; --page: #ffffff; --line: #cbd2d9; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7eb; --muted: #9aa5b1; --page: #14191f; --line: #3e4c59; --link: #8ec3ff; }
}
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem 1rem 3rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
a { color: var(--link); }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
figcaption, footer { color: var(--muted); margin-top: 0.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; }
thead th { white-space: nowrap; }
blockquote { margin: 0 0 0.5rem; font-family: Georgia, serif; }
blockquote cite { display: block; color: var(--muted); font: 0.875rem/1.4 system-ui, sans-serif; }
.lettered { list-style: none; padding: 0; }
li { margin-bottom: 0.5rem; }
code { font-size: 0.8rem; overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.5rem; font-size: 0.875rem; }
)");

} // namespace dateline
