#include "domain/claimboard.h"

#include "domain/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <ranges>

namespace dateline
{

namespace
{

struct ClaimBoardText
{
    Q_DECLARE_TR_FUNCTIONS(ClaimBoard)
};

QString joined(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return ClaimBoardText::tr("%1 and %2").arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

bool gainsays(Stance stance)
{
    return stance == Stance::Disputes || stance == Stance::Denies;
}

/// The numbers in @p text, “1,200”, “1 200” and “1.200” as one.
std::vector<qint64> numbersIn(const QString &text)
{
    static const QRegularExpression number(
        QStringLiteral(R"((?<![\w.,])\d{1,3}(?:[ ,.'’\x{a0}\x{202f}]\d{3})+(?!\d)|\d+)"),
        QRegularExpression::UseUnicodePropertiesOption);
    std::vector<qint64> numbers;
    for (const QRegularExpressionMatch &match : number.globalMatch(text)) {
        QString digits = match.captured();
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        numbers.push_back(digits.toLongLong());
    }
    return numbers;
}

bool tellsLosses(const BoardWords &words, const Incident &incident)
{
    const std::vector<qint64> numbers = numbersIn(words.quote.exact);
    const QString party = foldedName(partyOf(words));
    return std::ranges::any_of(incident.losses, [&](const Loss &loss) {
        if (std::ranges::contains(numbers, loss.low) || std::ranges::contains(numbers, loss.high))
            return true;
        // Numbers in words: whoever reports a loss speaks of it where they name those lost or how.
        return foldedName(loss.reportedBy) == party
            && (namesIn(words.quote.exact, loss.ofWhom) || namesIn(words.quote.exact, keyOf(loss.kind)));
    });
}

QString lossText(const Loss &loss)
{
    const QString text =
        numbersOf(loss) + u' ' + QCoreApplication::translate("Wording", keyOf(loss.kind).toUtf8().constData());
    return loss.ofWhom.isEmpty() ? text : ClaimBoardText::tr("%1 (%2)").arg(text, loss.ofWhom);
}

bool cannotBothBeTrue(const Loss &a, const Loss &b)
{
    // Of others, or of some among them, both numbers may be true.
    return a.kind == b.kind && foldedName(a.ofWhom) == foldedName(b.ofWhom)
        && foldedName(a.reportedBy) != foldedName(b.reportedBy) && !a.reportedBy.isEmpty() && !b.reportedBy.isEmpty()
        && (a.high < b.low || b.high < a.low);
}

class BoardMaker
{
public:
    BoardMaker(const Incident &incident, std::span<const BoardWords> words)
        : m_incident(incident)
        , m_words(words)
    {
    }

    ClaimBoard take()
    {
        std::vector<std::size_t> order(m_words.size());
        std::ranges::copy(std::views::iota(std::size_t{0}, m_words.size()), order.begin());
        std::ranges::stable_sort(order, {}, [this](std::size_t i) {
            const std::optional<WrittenTime> &published = m_words[i].published;
            return std::pair(!published, published ? published->instant : UtcMinute{});
        });
        for (const std::size_t i : order) {
            if (m_columns.try_emplace(foldedName(partyOf(m_words[i])), m_columns.size()).second)
                m_board.parties.append(partyOf(m_words[i]));
        }
        for (int question = 0; question < questionCount; ++question)
            fill(static_cast<Question>(question), order);
        addLossConflicts();
        return std::move(m_board);
    }

private:
    BoardRow &rowOf(Question question) { return m_board.rows.at(static_cast<std::size_t>(question)); }

    void fill(Question question, const std::vector<std::size_t> &order)
    {
        BoardRow &row = rowOf(question);
        row.question = question;
        row.cells.resize(m_columns.size());
        for (const std::size_t i : order) {
            if (answersOf(m_words[i], m_incident).test(static_cast<std::size_t>(question)))
                row.cells[m_columns.at(foldedName(partyOf(m_words[i])))].push_back(i);
        }
        addStanceConflict(row);
    }

    void addStanceConflict(BoardRow &row) const
    {
        QStringList saying;
        QStringList disputing;
        QStringList denying;
        std::vector<std::size_t> parties;
        bool between = false; // Whoever contradicts only themselves is in no conflict with another.
        for (std::size_t party = 0; party < row.cells.size(); ++party) {
            const auto has = [&](auto fits) {
                return std::ranges::any_of(row.cells[party],
                                           [&](std::size_t i) { return fits(m_words[i].claim.stance); });
            };
            const QString &name = m_board.parties[static_cast<qsizetype>(party)];
            const bool says = has([](Stance stance) { return !gainsays(stance); });
            const bool denies = has([](Stance stance) { return stance == Stance::Denies; });
            const bool disputes = !denies && has([](Stance stance) { return stance == Stance::Disputes; });
            between = between || (says && !disputing.isEmpty()) || (says && !denying.isEmpty())
                || ((denies || disputes) && !saying.isEmpty());
            if (says)
                saying.append(name);
            if (denies)
                denying.append(name);
            if (disputes)
                disputing.append(name);
            if (says || denies || disputes)
                parties.push_back(party);
        }
        if (!between)
            return;
        QStringList parts{saying.size() == 1 ? ClaimBoardText::tr("%1 says so").arg(saying.front())
                                             : ClaimBoardText::tr("%1 say so").arg(joined(saying))};
        if (!disputing.isEmpty())
            parts.append(
                (disputing.size() == 1 ? ClaimBoardText::tr("%1 disputes it") : ClaimBoardText::tr("%1 dispute it"))
                    .arg(joined(disputing)));
        if (!denying.isEmpty())
            parts.append((denying.size() == 1 ? ClaimBoardText::tr("%1 denies it") : ClaimBoardText::tr("%1 deny it"))
                             .arg(joined(denying)));
        row.conflicts.push_back({parts.join(QStringLiteral(", ")), std::move(parties)});
    }

    void addLossConflicts()
    {
        const std::vector<Loss> &losses = m_incident.losses;
        for (std::size_t i = 0; i < losses.size(); ++i) {
            for (std::size_t j = i + 1; j < losses.size(); ++j) {
                if (!cannotBothBeTrue(losses[i], losses[j]))
                    continue;
                BoardConflict conflict{
                    ClaimBoardText::tr("%1 says %2, %3 says %4")
                        .arg(losses[i].reportedBy, lossText(losses[i]), losses[j].reportedBy, lossText(losses[j])),
                    {}};
                for (const Loss &loss : {losses[i], losses[j]}) {
                    if (const auto column = m_columns.find(foldedName(loss.reportedBy)); column != m_columns.end())
                        conflict.parties.push_back(column->second);
                }
                rowOf(Question::Losses).conflicts.push_back(std::move(conflict));
            }
        }
    }

    const Incident &m_incident;
    std::span<const BoardWords> m_words;
    std::map<QString, std::size_t> m_columns; ///< By folded name.
    ClaimBoard m_board;
};

} // namespace

QString partyOf(const BoardWords &words)
{
    for (const QString &name : {words.quote.speaker, words.publisher}) {
        if (!name.trimmed().isEmpty())
            return name.simplified();
    }
    return words.document;
}

Questions answersOf(const BoardWords &words, const Incident &incident)
{
    if (words.claim.about.any())
        return words.claim.about;
    const QString &text = words.quote.exact;
    Questions answers;
    const auto note = [&answers](Question question, bool answered) {
        answers.set(static_cast<std::size_t>(question), answers.test(static_cast<std::size_t>(question)) || answered);
    };
    note(Question::Losses, tellsLosses(words, incident));
    if (!gainsays(words.claim.stance)) {
        note(Question::Who,
             std::ranges::any_of(incident.actors, [&](const QString &actor) { return namesIn(text, actor); }));
        note(Question::When, incident.when && namesIn(text, incident.when->asWritten));
        note(Question::Where,
             incident.where && (namesIn(text, incident.where->place) || namesIn(text, incident.where->asWritten)));
    }
    note(Question::What, words.claim.stance != Stance::Adds || answers.none());
    return answers;
}

ClaimBoard claimBoardOf(const Incident &incident, std::span<const BoardWords> words)
{
    return BoardMaker(incident, words).take();
}

} // namespace dateline
