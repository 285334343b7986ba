// Writes libgeonames' places as lines: id, name, country, province's code, province, time zone, population, lon, lat.

#include <geonames/geonames.h>

#include <cstdio>

int main()
{
    const gint count = geonames_get_n_cities();
    for (gint index = 0; index < count; ++index) {
        GeonamesCity *city = geonames_get_city(index);
        if (city == nullptr) {
            continue;
        }
        // The accessors translate; the value itself has the catalogues' keys (id, province's code) and plain names.
        const char *id = nullptr;
        const char *name = nullptr;
        const char *provinceCode = nullptr;
        const char *province = nullptr;
        const char *country = nullptr;
        const char *countryName = nullptr;
        const char *timeZone = nullptr;
        guint32 population = 0;
        double latitude = 0;
        double longitude = 0;
        if (!g_variant_is_of_type(city, G_VARIANT_TYPE("(sssssssudd)"))) {
            std::fputs("libgeonames keeps its places in another form than this program knows\n", stderr);
            return 1;
        }
        g_variant_get(city, "(&s&s&s&s&s&s&sudd)", &id, &name, &provinceCode, &province, &country, &countryName,
                      &timeZone, &population, &latitude, &longitude);
        std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%u\t%.6f\t%.6f\n", id, name, country, provinceCode, province, timeZone,
                    population, longitude, latitude);
        geonames_city_free(city);
    }
    return 0;
}
