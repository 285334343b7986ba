#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QXmlStreamAttributes>

#include <vector>

namespace dateline
{

/// An element of a short XML document that somebody's server sent.
struct XmlElement
{
    QString name; ///< Without prefix.
    QXmlStreamAttributes attributes;
    QString text; ///< Its own, without spaces around it.
    std::vector<XmlElement> children;

    /// The first child called @p child; one without anything if there is none.
    [[nodiscard]] const XmlElement &operator[](QStringView child) const;
    [[nodiscard]] std::vector<const XmlElement *> all(QStringView child) const;
    /// The attribute called @p attribute, whatever its prefix.
    [[nodiscard]] QString attribute(QStringView attribute) const;
};

/// The document in @p bytes. Malformed if it is none, and for one that defines entities or is nested beyond reason.
[[nodiscard]] Result<XmlElement> xmlTreeFrom(const QByteArray &bytes, const QString &host);

} // namespace dateline
