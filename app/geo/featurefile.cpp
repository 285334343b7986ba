#include "geo/featurefile.h"

#include "geo/blobgeometry.h"
#include "geo/libraries.h"

#include <QCoreApplication>
#include <QFile>

#include <cpl_string.h>
#include <gdal_priv.h>

#include <mutex>
#include <string>

// GDAL's headers tell of no driver by itself.
extern "C" void RegisterOGRFlatGeobuf();

namespace dateline
{

namespace
{

std::unexpected<Error> featuresNotWritten()
{
    return failure(Error::Kind::Unwritable,
                   QCoreApplication::translate("FeatureFile",
                                               "The features could not be written (%1): choose another folder or free "
                                               "some space")
                       .arg(QString::fromUtf8(CPLGetLastErrorMsg())));
}

GDALDriver *flatGeobuf()
{
    closeGeoLibraries();
    static std::once_flag registered;
    std::call_once(registered, RegisterOGRFlatGeobuf);
    return GetGDALDriverManager()->GetDriverByName("FlatGeobuf");
}

std::pair<OGRFieldType, OGRFieldSubType> ogrTypeOf(FeatureFile::Type type)
{
    switch (type) {
    case FeatureFile::Type::Integer: return {OFTInteger64, OFSTNone};
    case FeatureFile::Type::Real: return {OFTReal, OFSTNone};
    case FeatureFile::Type::Flag: return {OFTInteger, OFSTBoolean};
    case FeatureFile::Type::Json: return {OFTString, OFSTJSON};
    case FeatureFile::Type::Text: break;
    }
    return {OFTString, OFSTNone};
}

} // namespace

struct FeatureFile::Data
{
    GDALDatasetUniquePtr dataset;
    OGRLayer *layer = nullptr;
    OGRFeatureUniquePtr feature;
    std::string text;
    bool failed = false;
};

FeatureFile::FeatureFile(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

FeatureFile::FeatureFile(FeatureFile &&) noexcept = default;
FeatureFile::~FeatureFile() = default;

Result<FeatureFile> FeatureFile::create(const QString &path, const QString &title, const QString &description,
                                        std::span<const Field> fields)
{
    GDALDriver *driver = flatGeobuf();
    const GdalSilence silence;
    if (!driver)
        return featuresNotWritten();
    auto data = std::make_unique<Data>();
    data->dataset.reset(driver->Create(QFile::encodeName(path).constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!data->dataset)
        return featuresNotWritten();
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    options.SetNameValue("TITLE", title.toUtf8().constData());
    options.SetNameValue("DESCRIPTION", description.toUtf8().constData());
    data->layer = data->dataset->CreateLayer("incident", &wgs84, wkbUnknown, options.List());
    if (!data->layer)
        return featuresNotWritten();
    for (const Field &field : fields) {
        const auto [type, subType] = ogrTypeOf(field.type);
        OGRFieldDefn definition(field.name, type);
        definition.SetSubType(subType);
        if (data->layer->CreateField(&definition) != OGRERR_NONE)
            return featuresNotWritten();
    }
    data->feature.reset(OGRFeature::CreateFeature(data->layer->GetLayerDefn()));
    return FeatureFile(std::move(data));
}

void FeatureFile::set(int field, std::string_view utf8)
{
    if (utf8.empty())
        return;
    m_data->text.assign(utf8);
    m_data->feature->SetField(field, m_data->text.c_str());
}

void FeatureFile::set(int field, std::int64_t value)
{
    m_data->feature->SetField(field, GIntBig{value});
}

void FeatureFile::set(int field, double value)
{
    m_data->feature->SetField(field, value);
}

void FeatureFile::setPoint(LonLat point)
{
    m_data->feature->SetGeometryDirectly(new OGRPoint(point.lon, point.lat));
}

void FeatureFile::setShape(std::string_view blob)
{
    m_data->feature->SetGeometryDirectly(ogrFromBlob(blob).release());
}

void FeatureFile::add()
{
    const GdalSilence silence;
    m_data->failed = m_data->failed || m_data->layer->CreateFeature(m_data->feature.get()) != OGRERR_NONE;
    m_data->feature->Reset();
}

Result<void> FeatureFile::close()
{
    const GdalSilence silence;
    if (!m_data->failed)
        CPLErrorReset();
    m_data->feature.reset();
    // The file is written only now.
    if (m_data->dataset->Close() != CE_None || m_data->failed || CPLGetLastErrorType() == CE_Failure)
        return featuresNotWritten();
    return {};
}

} // namespace dateline
