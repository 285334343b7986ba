#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace dateline
{

// Values as exports write them, added to UTF-8 without a QString for each of millions of cells.

/// The shortest number that reads back as the same.
void appendNumber(std::string &to, double number);
void appendNumber(std::string &to, qint64 number);

/// Degrees to a hundred-thousandth: a metre.
void appendDegrees(std::string &to, double degrees);

/// In quotation marks, as RFC 8259 has it.
void appendJsonText(std::string &to, std::string_view text);

/// As text or attribute of XML and HTML, without what XML may not hold.
void appendXml(std::string &to, std::string_view text);

/// As a cell of CSV, in quotation marks where it needs them (RFC 4180).
///
/// @param isSafe a text that a spreadsheet would take for a formula gets an apostrophe before it; so does one that
/// begins with apostrophes and then the same, so that taking one away always gives back what it was.
void appendCsv(std::string &to, std::string_view text, bool isSafe);

/// Replaces what Markdown or HTML in it would take for more than letters.
void appendMarkdown(std::string &to, std::string_view text);

[[nodiscard]] inline std::string_view utf8Of(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// @p text is a link that leads to the web.
[[nodiscard]] bool leadsToWeb(std::string_view address);

} // namespace dateline
