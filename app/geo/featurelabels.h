#pragma once

#include "geo/overlaylabels.h"
#include "geo/viewshaper.h"

#include <QSize>
#include <QString>

#include <vector>

namespace dateline
{

/// The names of features of a view, of which the largest are placed first.
class FeatureLabels
{
public:
    explicit FeatureLabels(QSize viewPx);

    /// Takes @p text for @p shape, as far as it is seen.
    void add(const QString &text, const ViewShape &shape);

    /// Writes as many as there is room for: on areas, along lines and beside marks of @p markRadius. What repeats, such as
    /// the parts of a road, is written once in a while.
    void paint(QPainter &painter, double markRadius, double ratio, QColor ink) const;

private:
    struct Name
    {
        QString text;
        double size; ///< Pixels.
        ViewShape shape; ///< The largest part alone.
        QPointF at;
    };

    QSize m_view;
    std::vector<Name> m_names;
};

} // namespace dateline
