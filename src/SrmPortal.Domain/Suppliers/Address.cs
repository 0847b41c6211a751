using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrmPortal.Domain.Suppliers;

/// <summary>
/// A place to which one writes or drives, in parts; printed, it is one line. An address that is known as a whole only (of a sheet, or typed
/// before there were parts) stays as it was given.
/// </summary>
[JsonConverter(typeof(KeptAsText))]
public sealed record Address
{
    /// <summary>Together with the ends of their lines they are as long as what is kept.</summary>
    public const int LongestIndex = 10, LongestPart = 80, LongestStreet = 150, LongestKept = 500;

    public static readonly Address None = new();

    /// <summary>Of the post: six digits in Russia.</summary>
    public string Index { get; init; } = "";

    /// <summary>In Russia the subject of the federation, elsewhere the state or province.</summary>
    public string Region { get; init; } = "";

    /// <summary>Within the region; mostly empty.</summary>
    public string Area { get; init; } = "";

    /// <summary>Town or village.</summary>
    public string City { get; init; } = "";

    /// <summary>Or a post-office box.</summary>
    public string Street { get; init; } = "";

    /// <summary>House, building, office.</summary>
    public string Building { get; init; } = "";

    /// <summary>Where the parts are not known.</summary>
    public string Whole { get; init; } = "";

    public bool IsEmpty => this == None;

    /// <summary>As it is stored: a line for each part, or the only line of the whole.</summary>
    public string Kept => this == None || Whole.Length > 0 ? Whole : string.Join('\n', Parts);

    private string[] Parts => [Index, Region, Area, City, Street, Building];

    public static implicit operator Address(string whole) => Of(whole);

    public static Address Of(string kept) => kept.Split('\n') is [var index, var region, var area, var city, var street, var building]
        ? new Address { Index = index, Region = region, Area = area, City = city, Street = street, Building = building }
        : new Address { Whole = kept };

    /// <summary>In one line: <c>620014, Свердловская область, Екатеринбург, ул. Хохрякова, д. 74</c>. A city that is a region is said once.</summary>
    public override string ToString() => Whole.Length > 0 ? Whole : string.Join(", ", Parts.Where((part, i) => part.Length > 0 && !(i == 3 && part == Region)));

    private sealed class KeptAsText : JsonConverter<Address>
    {
        public override Address Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Address value, JsonSerializerOptions options) => writer.WriteStringValue(value.Kept);
    }
}
