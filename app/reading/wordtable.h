#pragma once

#include "reading/word.h"

#include <QList>

#include <bit>
#include <initializer_list>
#include <span>
#include <vector>

namespace dateline
{

/// Lower-case words, each with a value; made once from literals, which it does not copy.
///
/// Looking a Word of a text up costs one comparison of hashes as a rule: every token is asked for in many tables.
template<typename Value>
class WordTable
{
public:
    struct Row
    {
        QStringView words; ///< Parted by single spaces.
        Value value;
    };

    WordTable(std::initializer_list<Row> rows)
        : WordTable(std::span<const Row>(rows.begin(), rows.size()))
    {
    }
    explicit WordTable(std::span<const Row> rows)
    {
        std::size_t count = 0;
        for (const Row &row : rows)
            count += static_cast<std::size_t>(row.words.count(u' ')) + 1;
        m_slots.resize(std::bit_ceil(count * 2));
        for (const Row &row : rows) {
            for (const QStringView word : row.words.split(u' ', Qt::SkipEmptyParts))
                insert(Word(word), row.value);
        }
    }

    /// The value of @p word; null if the table does not hold it.
    [[nodiscard]] const Value *find(Word word) const
    {
        for (std::size_t i = word.hash();; ++i) {
            const Slot &slot = m_slots[i & (m_slots.size() - 1)];
            if (slot.word.isNull())
                return nullptr;
            if (slot.word.hash() == word.hash() && slot.word == word)
                return &slot.value;
        }
    }
    [[nodiscard]] const Value *find(QStringView word) const { return find(Word(word)); }
    [[nodiscard]] bool has(Word word) const { return find(word) != nullptr; }
    [[nodiscard]] bool has(QStringView word) const { return find(Word(word)) != nullptr; }

private:
    struct Slot
    {
        Word word = {};
        Value value = {};
    };

    void insert(Word word, const Value &value)
    {
        std::size_t i = word.hash();
        while (!m_slots[i & (m_slots.size() - 1)].word.isNull())
            ++i;
        m_slots[i & (m_slots.size() - 1)] = {word, value};
    }

    std::vector<Slot> m_slots; ///< A power of two, at most half full.
};

/// Lower-case words without values.
class WordSet
{
public:
    explicit WordSet(QStringView words)
        : m_table{{words, true}}
    {
    }
    [[nodiscard]] bool has(Word word) const { return m_table.has(word); }
    [[nodiscard]] bool has(QStringView word) const { return m_table.has(word); }

private:
    WordTable<bool> m_table;
};

} // namespace dateline
