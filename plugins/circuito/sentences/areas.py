"""What is said of areas and places: GeoJSON, latitude and longitude."""

from __future__ import annotations

from .sentence import said

AREAS = {
    "json-syntax": said(
        "il file GeoJSON non è scritto bene",
        "esportalo di nuovo",
        "the GeoJSON file is not well formed",
        "export it again",
    ),
    "geojson-features": said(
        "non è una raccolta di aree GeoJSON",
        "esporta una FeatureCollection",
        "is not a GeoJSON collection of areas",
        "export a FeatureCollection",
    ),
    "area-unreadable": said(
        "l'area numero {number} non ha `{key}`, `{label}` o un poligono",
        "completala",
        "area number {number} lacks `{key}`, `{label}` or a polygon",
        "complete it",
    ),
    "area-of-two": said(
        "l'area `{name}` ha lo stesso nome di una in `{other}`",
        "dai a `{key}` un altro valore",
        "the area `{name}` has the same name as one in `{other}`",
        "give `{key}` another value",
    ),
    "area-repeated": said(
        "l'area numero {number} ha lo stesso `{key}` di un'altra",
        "cambialo",
        "area number {number} has the same `{key}` as another",
        "change it",
    ),
    "location-swapped": said(
        "latitudine e longitudine sembrano scambiate",
        "scrivi lat: {lat}, lon: {lon}",
        "latitude and longitude seem to be swapped",
        "write lat: {lat}, lon: {lon}",
    ),
}
