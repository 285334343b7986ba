#include "tables/readers/piecewriter.h"

#include "tables/csv.h"
#include "tables/tablestext.h"

#include <QIODevice>
#include <QtEndian>

#include <array>

namespace dateline
{

namespace
{

void appendQuoted(QByteArray &text, std::string_view cell)
{
    text.append(',');
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        text.append(cell.data(), static_cast<qsizetype>(cell.size()));
        return;
    }
    text.append('"');
    for (const char c : cell) {
        if (c == '"')
            text.append('"');
        text.append(c);
    }
    text.append('"');
}

} // namespace

void appendRecord(QByteArray &text, std::string_view number, std::span<const std::string> cells)
{
    text.append(number.data(), static_cast<qsizetype>(number.size()));
    for (const std::string &cell : cells)
        appendQuoted(text, cell);
    text.append('\n');
}

bool PieceWriter::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min<qsizetype>(bytes.size(), largestPiece));
        const quint32 size = qToBigEndian(static_cast<quint32>(piece.size()));
        if (m_output.write(reinterpret_cast<const char *>(&size), sizeof size) != sizeof size
            || m_output.write(piece.data(), piece.size()) != piece.size())
            return false;
        bytes = bytes.sliced(piece.size());
    }
    return true;
}

bool PieceWriter::finish(const Result<void> &done)
{
    const quint32 size = 0;
    QByteArray rest;
    if (!done) {
        QDataStream stream(&rest, QIODevice::WriteOnly);
        stream << done.error().kind << done.error().message << done.error().subject;
    }
    return m_output.write(reinterpret_cast<const char *>(&size), sizeof size) == sizeof size
        && m_output.write(rest) == rest.size();
}

bool WritingTaker::takeRecord(qint64 number, std::span<const std::string> cells)
{
    std::size_t size = 0;
    for (const std::string &cell : cells)
        size += cell.size() + 1;
    // Marks doubled, with room to spare.
    if (size > CsvReader::largestRecord / 2 - largestPiece) {
        return takeProblem(number, {}, {},
                           TablesText::tr("It is longer than 8 MB: make its words or its shape shorter").toStdString());
    }
    appendRecord(m_records, std::to_string(number), cells);
    return passOn();
}

bool WritingTaker::takeProblem(qint64 number, const std::string &column, const std::string &value,
                               const std::string &reason)
{
    const std::array<std::string, 3> cells{column, value, reason};
    appendRecord(m_records, std::to_string(number) + '!', cells);
    return passOn();
}

bool WritingTaker::passOn()
{
    return m_records.size() < largestPiece || flush();
}

bool WritingTaker::flush()
{
    const QByteArray records = std::exchange(m_records, {});
    return m_pieces.write(records);
}

bool HeadTaker::takeRecord(qint64 number, std::span<const std::string> cells)
{
    // The names of the columns are the first, or stand below a title.
    appendRecord(m_head, std::to_string(number), cells);
    return ++m_records < mostHeadRecords && m_head.size() < largestPiece;
}

bool HeadTaker::takeText(QByteArrayView text)
{
    m_head.append(text);
    return m_head.size() < largestPiece;
}

} // namespace dateline
