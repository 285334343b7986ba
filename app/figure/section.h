#pragma once

#include "figure/textblock.h"
#include "map/theme.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace dateline
{

/// A line of a section: a symbol, if any, and text beside it.
struct SectionRow
{
    std::vector<TextRun> runs;
    std::function<void(QPainter &, QPointF middle)> symbol;
};

/// A headed block beside the map: the key, the sources, the notes.
class Section
{
public:
    /// Sets @p rows for columns @p width wide.
    ///
    /// @param more what the last line says, with %1, where not all rows find room.
    /// @param others how many more there are beside @p rows.
    Section(QString heading, std::vector<SectionRow> rows, QString more, double width, const Theme &theme,
            int others = 0);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] double height() const;

    /// Paints as many rows as @p room has height for, and how many more there are; returns the height used.
    ///
    /// @param boxes gets what is around each row painted.
    double paint(QPainter &painter, QPointF topLeft, double room, const Theme &theme,
                 std::vector<QRectF> *boxes = nullptr) const;

private:
    [[nodiscard]] TextBlock moreBlock(std::size_t count, const Theme &theme) const;

    struct SetRow
    {
        TextBlock text;
        std::function<void(QPainter &, QPointF)> symbol;
    };
    TextBlock m_heading;
    std::vector<SetRow> m_rows;
    QString m_more;
    double m_width;
    std::size_t m_others;
    double m_indent = 0;
};

} // namespace dateline
