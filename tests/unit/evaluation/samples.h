#pragma once

namespace dateline::samples
{

// A small corpus in each format; apart from the tests, as moc stumbles over raw strings.
extern const char *const geoVirus;
extern const char *const toponyms;
extern const char *const geoWebNews;
extern const char *const wotr;
extern const char *const tempEval;
extern const char *const wikiWars;
extern const char *const plover;

} // namespace dateline::samples
