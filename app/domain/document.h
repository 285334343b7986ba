#pragma once

#include "base/ids.h"
#include "base/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace dateline
{

/// A moment as a document gives it: the instant, how closely it is known, and the zone it was written in.
struct WrittenTime
{
    UtcMinute instant; ///< For a bare day: its first minute in the zone.
    TimePrecision precision = TimePrecision::Day;
    QString zone; ///< An IANA name or “UTC+04:00”; empty if the document names none (then UTC was taken).

    friend bool operator==(const WrittenTime &, const WrittenTime &) = default;
};

/// A source as it was taken in: its text never changes afterwards.
struct Document
{
    DocumentId id{};
    QString title;
    QString publisher;
    QString author;
    QString address; ///< Where it was published; shown, never opened by the program.
    std::optional<WrittenTime> published;
    std::optional<WrittenTime> modified; ///< When it was changed after that, as it says itself.
    UtcMinute retrieved{};
    QString language; ///< BCP 47; empty if not known.
    QString text; ///< Line ends are “\n”; offsets count in this text.
    QByteArray textSha256; ///< 32 bytes, of the text in UTF-8.
    QByteArray bytesSha256; ///< 32 bytes, of the original bytes.
    QByteArray bytes; ///< The original bytes.
    QString mediaType; ///< “text/plain”.
    QString fileName; ///< Its file's name, without folders; empty for pasted text.
    char grade = 0; ///< The source's reliability, 'A' to 'F'; 0 if not graded.
    bool graphic = false; ///< Its words are hidden until asked for.
    DocumentId replaces{}; ///< The older capture of the same source, which stays; 0 if there is none.
    DocumentId origin{}; ///< Whose story it repeats, as a person decided; its own id: a story of its own; 0: undecided.

    friend bool operator==(const Document &, const Document &) = default;
};

/// The title, or the file name, or the text's first words: what to call @p document in a list.
[[nodiscard]] QString nameOf(const Document &document);

/// SHA-256 of @p text in UTF-8, 32 bytes.
[[nodiscard]] QByteArray sha256Of(QStringView text);
[[nodiscard]] QByteArray sha256Of(const QByteArray &bytes);

} // namespace dateline
