#include "sources/formats.h"

#include "sources/decoding.h"
#include "sources/plaintext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype openingLength = 4096;

bool startsWithAny(const QByteArray &text, std::initializer_list<QByteArrayView> starts)
{
    return std::ranges::any_of(starts, [&](QByteArrayView start) { return text.startsWith(start); });
}

bool isPdf(const Opening &opening)
{
    // Readers have always let junk stand before it.
    return opening.bytes.first(std::min<qsizetype>(opening.bytes.size(), 1024)).contains("%PDF-");
}

/// Whether a zip archive holds an entry of this name; its directory stands at the end and tells names as they are.
bool holdsEntry(const Opening &opening, QByteArrayView name)
{
    constexpr qsizetype directoryLength = 4 * 1024 * 1024;
    return opening.bytes.startsWith("PK\x03\x04")
        && opening.bytes.last(std::min(opening.bytes.size(), directoryLength)).contains(name);
}

bool isDocx(const Opening &opening)
{
    return holdsEntry(opening, "word/document.xml");
}

bool isOdt(const Opening &opening)
{
    return opening.bytes.startsWith("PK\x03\x04")
        && opening.bytes.first(std::min<qsizetype>(opening.bytes.size(), 256))
               .contains("mimetypeapplication/vnd.oasis.opendocument.text");
}

bool isWacz(const Opening &opening)
{
    return holdsEntry(opening, "datapackage.json") && holdsEntry(opening, ".warc");
}

bool isOtherZip(const Opening &opening)
{
    return opening.bytes.startsWith("PK\x03\x04");
}

bool isWarc(const Opening &opening)
{
    return startsWithAny(opening.bytes, {"WARC/1.", "WARC/0.", "\x1F\x8B"});
}

bool isOldWord(const Opening &opening)
{
    return startsWithAny(opening.bytes, {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "{\\rtf"});
}

/// The names of the header fields that the file begins with, “from to date subject ”, up to its first empty line.
QByteArray headerNames(const Opening &opening)
{
    QByteArray names = " ";
    for (const QByteArrayView line : QLatin1StringView(opening.letters).tokenize(u'\n')) {
        const QByteArrayView text = line.trimmed();
        if (text.isEmpty())
            break;
        if (line.startsWith(' ') || line.startsWith('\t') || (names.size() == 1 && line.startsWith("from ")))
            continue;
        const qsizetype colon = text.indexOf(':');
        const QByteArrayView name = text.first(std::max<qsizetype>(colon, 0));
        const bool proper = !name.isEmpty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c < 127; });
        // The opening may cut the last line off; before that every line is a field, or this is no mail.
        if (!proper)
            return line.data() + line.size() == opening.letters.constEnd() ? names : QByteArray();
        names += name.toByteArray() + ' ';
    }
    return names;
}

bool isMail(const Opening &opening)
{
    const QByteArray names = headerNames(opening);
    const auto has = [&](const char *name) { return names.contains(' ' + QByteArray(name) + ' '); };
    return has("mime-version") || has("message-id") || has("received")
        || (has("from") && has("date") && (has("to") || has("subject")));
}

bool isMhtml(const Opening &opening)
{
    return opening.letters.contains("multipart/related") && isMail(opening);
}

bool isTweets(const Opening &opening)
{
    return opening.letters.startsWith("window.ytd.")
        || (startsWithAny(opening.letters, {"[", "{"}) && opening.letters.contains("\"full_text\"")
            && opening.letters.contains("\"created_at\""));
}

bool isTelegram(const Opening &opening)
{
    // The full export begins with the person's contacts, and the chats come a long way down.
    return opening.letters.startsWith("{")
        && (opening.bytes.contains("\"messages\": [") || opening.bytes.contains("\"messages\":["))
        && (opening.bytes.contains("\"date_unixtime\"") || opening.bytes.contains("\"from_id\""));
}

bool isHtml(const Opening &opening)
{
    QByteArrayView rest = opening.letters;
    while (rest.startsWith("<?xml") || rest.startsWith("<!--")) {
        const bool comment = rest.startsWith("<!--");
        const qsizetype end = rest.indexOf(comment ? "-->" : "?>");
        if (end < 0)
            return comment && opening.bytes.contains("<html");
        rest = rest.sliced(end + (comment ? 3 : 2)).trimmed();
    }
    for (const QByteArrayView start :
         {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<div",
          "<p>", "<p ", "<h1", "<table", "<ul>", "<script", "<style", "<link"}) {
        if (rest.startsWith(start))
            return true;
    }
    return false;
}

bool isMarkdown(const Opening &opening)
{
    if (opening.letters.startsWith("# "))
        return true;
    const qsizetype end = opening.letters.indexOf("\n---", 3);
    const QByteArrayView front = QByteArrayView(opening.letters).first(std::max<qsizetype>(end, 0));
    return opening.letters.startsWith("---\n") && (front.contains("\ntitle:") || front.contains("\ndate:"));
}

bool isAnything(const Opening &)
{
    return true;
}

SourcesRead refuseZip(const QByteArray &, const QString &name)
{
    return {{},
            {{Error::Kind::Unsupported,
              QCoreApplication::translate("Sources",
                                          "“%1” is a zip archive of a kind that is not read; unpack it "
                                          "and read what is in it")
                  .arg(name),
              name}}};
}

SourcesRead refuseWord(const QByteArray &, const QString &name)
{
    return {{},
            {{Error::Kind::Unsupported,
              QCoreApplication::translate("Sources",
                                          "“%1” is a document of an old word processor; save it as "
                                          "DOCX, ODT or plain text")
                  .arg(name),
              name}}};
}

// In the order in which they are tried.
constexpr std::array all{
    Format{"pdf"_L1, "application/pdf"_L1, isPdf, nullptr},
    Format{"odt"_L1, "application/vnd.oasis.opendocument.text"_L1, isOdt, nullptr},
    Format{"docx"_L1, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"_L1, isDocx, nullptr},
    Format{"wacz"_L1, "application/wacz"_L1, isWacz, nullptr},
    Format{"zip"_L1, "application/zip"_L1, isOtherZip, refuseZip},
    Format{"warc"_L1, "application/warc"_L1, isWarc, nullptr},
    Format{"word"_L1, "application/msword"_L1, isOldWord, refuseWord},
    Format{"mhtml"_L1, "multipart/related"_L1, isMhtml, nullptr},
    Format{"mail"_L1, "message/rfc822"_L1, isMail, nullptr},
    Format{"tweets"_L1, "application/json"_L1, isTweets, nullptr},
    Format{"telegram"_L1, "application/json"_L1, isTelegram, nullptr},
    Format{"html"_L1, "text/html"_L1, isHtml, nullptr},
    Format{"markdown"_L1, "text/markdown"_L1, isMarkdown, readMarkdown},
    Format{"text"_L1, "text/plain"_L1, isAnything, readPlainText},
};

} // namespace

const Format &formatOf(const QByteArray &bytes)
{
    const Opening opening{bytes, lettersOf(bytes.first(std::min(bytes.size(), openingLength))).toLower().trimmed()};
    return *std::ranges::find_if(all, [&](const Format &format) { return format.sniff(opening); });
}

std::span<const Format> formats()
{
    return all;
}

} // namespace dateline
