#include "domain/secretnames.h"

#include "domain/names.h"

#include <algorithm>

namespace dateline
{

void SecretNames::keepBack(const Where &where)
{
    // Short words of the place are its name in the source's own spelling.
    constexpr qsizetype mostWords = 3;
    m_secret.append({where.place, foldedName(where.place)});
    if (where.asWritten.simplified().count(u' ') < mostWords)
        m_secret.append({where.asWritten, foldedName(where.asWritten)});
}

void SecretNames::tellOpenly(const QString &place)
{
    m_open.insert(foldedName(place));
}

void SecretNames::finish()
{
    std::set<QString> seen;
    m_secret.removeIf(
        [&](const Folded &secret) { return m_open.contains(secret.folded) || !seen.insert(secret.folded).second; });
}

QString SecretNames::namedIn(const QString &text) const
{
    if (m_secret.isEmpty() || text.isEmpty())
        return {};
    const QString words = foldedName(text);
    const auto found =
        std::ranges::find_if(m_secret, [&words](const Folded &secret) { return foldedNamesIn(words, secret.folded); });
    return found == m_secret.end() ? QString() : found->name;
}

} // namespace dateline
