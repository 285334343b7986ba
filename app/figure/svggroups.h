#pragma once

#include <QByteArray>
#include <QString>

class QPainter;

namespace dateline
{

/// Makes what is painted while it lives a group of the SVG; does nothing on other paper. Clipping is left as it is meanwhile.
class SvgGroup
{
public:
    /// @param id of the group, in letters, digits and hyphens.
    SvgGroup(QPainter &painter, const QString &id);
    ~SvgGroup();

    SvgGroup(const SvgGroup &) = delete;
    SvgGroup &operator=(const SvgGroup &) = delete;

private:
    void mark(const QString &text);

    QPainter &m_painter;
    bool m_isSvg;
};

/// @p svg as QSvgGenerator wrote it, with its groups.
[[nodiscard]] QByteArray withSvgGroups(const QByteArray &svg);

} // namespace dateline
