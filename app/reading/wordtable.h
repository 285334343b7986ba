#pragma once

#include <QHash>
#include <QStringView>

#include <initializer_list>

namespace dateline
{

/// Lower-case words, each with a value; made once from literals, which it does not copy.
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
    {
        for (const Row &row : rows) {
            for (const QStringView word : row.words.split(u' ', Qt::SkipEmptyParts))
                m_values.insert(word, row.value);
        }
    }

    /// The value of @p word; null if the table does not hold it.
    [[nodiscard]] const Value *find(QStringView word) const
    {
        const auto found = m_values.constFind(word);
        return found == m_values.cend() ? nullptr : &found.value();
    }
    [[nodiscard]] bool has(QStringView word) const { return m_values.contains(word); }

private:
    QHash<QStringView, Value> m_values;
};

/// Lower-case words without values.
class WordSet
{
public:
    explicit WordSet(QStringView words)
        : m_table{{words, true}}
    {
    }
    [[nodiscard]] bool has(QStringView word) const { return m_table.has(word); }

private:
    WordTable<bool> m_table;
};

} // namespace dateline
