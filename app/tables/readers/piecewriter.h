#pragma once

#include "tables/readers/foreigntable.h"

#include <QByteArray>

class QIODevice;

namespace dateline
{

/// Appends @p cells as a record of comma-separated values with @p number before them.
void appendRecord(QByteArray &text, std::string_view number, std::span<const std::string> cells);

/// Writes bytes as TableProcess reads them, see tablepart.h.
class PieceWriter
{
public:
    explicit PieceWriter(QIODevice &output)
        : m_output(output)
    {
    }

    /// False where nobody reads any more.
    [[nodiscard]] bool write(QByteArrayView bytes);
    /// The end, and why there is no more if that is not all. False where nobody reads any more.
    [[nodiscard]] bool finish(const Result<void> &done);

private:
    QIODevice &m_output;
};

/// Writes what it takes as it comes.
class WritingTaker final : public RecordTaker
{
public:
    explicit WritingTaker(PieceWriter &pieces)
        : m_pieces(pieces)
    {
    }
    [[nodiscard]] bool takeRecord(qint64 number, std::span<const std::string> cells) override;
    [[nodiscard]] bool takeProblem(qint64 number, const std::string &column, const std::string &value,
                                   const std::string &reason) override;
    [[nodiscard]] bool takeText(QByteArrayView text) override { return m_pieces.write(text); }
    /// Writes what is held back.
    [[nodiscard]] bool flush();

private:
    [[nodiscard]] bool passOn();

    PieceWriter &m_pieces;
    QByteArray m_records;
};

/// Keeps the beginning of what it takes.
class HeadTaker final : public RecordTaker
{
public:
    [[nodiscard]] bool takeRecord(qint64 number, std::span<const std::string> cells) override;
    [[nodiscard]] bool takeProblem(qint64, const std::string &, const std::string &, const std::string &) override
    {
        return true;
    }
    [[nodiscard]] bool takeText(QByteArrayView text) override;
    [[nodiscard]] bool isEmpty() const { return m_head.isEmpty(); }
    [[nodiscard]] QByteArray take() { return std::move(m_head); }

private:
    static constexpr int mostHeadRecords = 12; ///< So many are looked at for names, see mapping.h.

    QByteArray m_head;
    int m_records = 0;
};

} // namespace dateline
