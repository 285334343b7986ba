#pragma once

#include <QStringView>

namespace dateline
{

/// A hash of @p word for tables made in this program; the same in every run.
[[nodiscard]] constexpr quint32 hashOfWord(QStringView word)
{
    quint32 hash = 2166136261U; // FNV-1a over UTF-16 units.
    for (const QChar c : word)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash ^ (hash >> 15U);
}

/// A word with its hash, made once and looked up in many tables.
class Word : public QStringView
{
public:
    constexpr Word() = default;
    constexpr explicit Word(QStringView word)
        : Word(word, hashOfWord(word))
    {
    }
    constexpr Word(QStringView word, quint32 hash)
        : QStringView(word)
        , m_hash(hash)
    {
    }
    [[nodiscard]] constexpr quint32 hash() const { return m_hash; }

private:
    quint32 m_hash = 0;
};

} // namespace dateline
