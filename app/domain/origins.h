#pragma once

#include "domain/document.h"
#include "domain/fingerprint.h"

#include <optional>
#include <vector>

namespace dateline
{

/// What of a document tells whose story it is.
struct Sourced
{
    DocumentId id{};
    Fingerprint fingerprint;
    QString publisher;
    QString author;
    std::optional<WrittenTime> published;
    DocumentId replaces{}; ///< As in Document.
    DocumentId origin{}; ///< As in Document.
};

/// A document in its origin, and why it counts there.
struct OriginMember
{
    enum class Why : std::uint8_t {
        First, ///< The others repeat it, or there are none.
        Alone, ///< A person counts it as its own origin.
        Words, ///< It runs as another does.
        Credit, ///< It credits the agency that the other credits or is, and runs as it in part.
        Mention, ///< It names that agency for a part, and runs as the other in part.
        Capture, ///< It is a newer capture of the other.
        Decision, ///< A person counts it with the other.
    };

    DocumentId document{};
    DocumentId article{}; ///< Its first capture: captures of one document are one article.
    Why why = Why::First;
    DocumentId other{}; ///< The document that it repeats; 0 for First and Alone.
    int percent = 0; ///< How many of the words of the shorter of the two run as in the longer, for the likeness.
    bool isShorter = true; ///< It is the shorter of the two.
    bool isAgencysOwn = false; ///< The other is published by the agency itself.
    QString agency; ///< For Credit and Mention.
    QString words; ///< Those that name the agency.

    friend bool operator==(const OriginMember &, const OriginMember &) = default;
};

/// Documents that tell one story after one source.
struct Origin
{
    std::vector<OriginMember> members; ///< The one that the others repeat, then the others as they were published.
    int articles = 0; ///< How many documents, captures of one counted once.

    [[nodiscard]] DocumentId document() const { return members.front().document; }
    friend bool operator==(const Origin &, const Origin &) = default;
};

/// Groups @p documents by origin, each in exactly one; as their first documents were published, undated last.
///
/// The rule: a document repeats another if at least half of the words of the shorter one run as in the longer one. A
/// quarter is enough if both credit the same agency within two days, or the other is that agency's own report; a bit
/// over a third if they only mention it. Short direct speech does not count, and neither does a digest many times as
/// long. Whoever repeats a repetition nearly word for word belongs too, but no chain is longer than that. What a person
/// decided stands above all of it.
[[nodiscard]] std::vector<Origin> originsOf(const std::vector<Sourced> &documents);

/// Why @p member counts with the document called @p otherName, in a sentence that a person can check, without a stop.
[[nodiscard]] QString reasonFor(const OriginMember &member, const QString &otherName);

} // namespace dateline
