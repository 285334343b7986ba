#include "casefile/textranks.h"

#include "casefile/readbeside.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>

namespace dateline
{

namespace
{

struct Texts
{
    std::vector<std::pair<IncidentId, std::uint32_t>> numberOf; ///< Of each incident, in the order of ids.
    std::vector<QString> all; ///< By number, each once: many incidents share a place.
};

Texts textsIn(Database &database, IncidentText text)
{
    Texts texts;
    std::unordered_map<QString, std::uint32_t> numbers;
    Statement row = database.query(text == IncidentText::Title ? "SELECT id, title FROM incident ORDER BY id"
                                                               : "SELECT id, place_name FROM incident ORDER BY id");
    while (row.next()) {
        const QString one = row.text(1);
        if (one.isEmpty())
            continue;
        const auto [number, isNew] = numbers.try_emplace(one, static_cast<std::uint32_t>(texts.all.size()));
        if (isNew)
            texts.all.push_back(one);
        texts.numberOf.emplace_back(IncidentId{row.integer(0)}, number->second);
    }
    return texts;
}

std::vector<std::uint32_t> ranksOf(const std::vector<QString> &texts)
{
    // The C locale knows neither cases nor numbers.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(texts.size());
    std::ranges::transform(texts, std::back_inserter(keys),
                           [&](const QString &text) { return collator.sortKey(text); });
    // Numbers of the texts are sorted: to move one costs nothing, and to move a key counts its references.
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&keys](std::uint32_t a, std::uint32_t b) { return keys[a].compare(keys[b]) < 0; });
    std::vector<std::uint32_t> ranks(texts.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i - 1]].compare(keys[order[i]]) != 0)
            ++rank;
        ranks[order[i]] = rank;
    }
    return ranks;
}

} // namespace

Result<std::vector<std::pair<IncidentId, std::uint32_t>>> textRanksIn(const QString &path, IncidentText text)
{
    return readBeside(path, [text](Database &database) {
        Texts texts = textsIn(database, text);
        const std::vector<std::uint32_t> ranks = ranksOf(texts.all);
        for (auto &[id, number] : texts.numberOf)
            number = ranks[number];
        return std::move(texts.numberOf);
    });
}

} // namespace dateline
