#include "figure/template.h"

#include "domain/figurespecjson.h"
#include "figure/figuretext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView format("dateline-figure-template-1");

// What a figure shows, rather than how.
constexpr std::array content{"title"_L1, "subtitle"_L1, "alternativeText"_L1, "box"_L1, "filter"_L1, "only"_L1};

} // namespace

QByteArray templateOf(const FigureSpec &spec)
{
    FigureSpec look = spec;
    look.arrangement.callouts.clear();
    std::erase_if(look.notes, [](const FigureNote &note) { return note.on == NoteOn::Ground; });
    QJsonObject object = objectFrom(look);
    for (const QLatin1StringView key : content)
        object.remove(key);
    object.insert(u"format"_s, QString(format));
    return QJsonDocument(object).toJson();
}

Result<FigureSpec> withTemplate(FigureSpec spec, const QByteArray &bytes, const QString &file)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object[u"format"_s].toString() != format)
        return failure(
            Error::Kind::Malformed,
            FigureText::tr("“%1” is no template of a figure; choose a file that “Save as template” made").arg(file),
            file);
    FigureSpec look = figureSpecFrom(object);
    look.id = spec.id;
    look.title = spec.title;
    look.subtitle = spec.subtitle;
    look.alternativeText = spec.alternativeText;
    look.box = spec.box;
    look.filter = spec.filter;
    look.only = spec.only;
    look.arrangement.callouts = spec.arrangement.callouts;
    for (FigureNote &note : spec.notes) {
        if (!std::ranges::contains(look.notes, note))
            look.notes.push_back(std::move(note));
    }
    return look;
}

Result<FigureSpec> withTemplateOf(FigureSpec spec, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? Error::Kind::Unreadable : Error::Kind::NotFound,
                       FigureText::tr("The template “%1” cannot be read: %2").arg(path, file.errorString()), path);
    constexpr qint64 most = 64 << 20; // Bytes: no template is that large.
    return withTemplate(std::move(spec), file.read(most), QFileInfo(path).fileName());
}

} // namespace dateline
