namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>How a collector is spoken to.</summary>
public enum TelemetryProtocol { HttpProtobuf, Grpc }

/// <summary><c>Telemetry</c>: the collector of OpenTelemetry that gets traces and metrics. Without one nothing is collected.</summary>
public sealed class TelemetrySettings
{
    public const string Section = "Telemetry";

    /// <summary>The collector: <c>http://localhost:4318</c>.</summary>
    public string? Endpoint { get; init; }

    public TelemetryProtocol Protocol { get; init; }

    /// <summary>What this portal is called among the services that the collector knows.</summary>
    public string ServiceName { get; init; } = "srm-portal";

    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>Where one kind of signal goes: by HTTP each has its own path.</summary>
    public Uri AddressOf(string signal) => Protocol is TelemetryProtocol.Grpc ? new(Endpoint!) : new($"{Endpoint!.TrimEnd('/')}/v1/{signal}");

    /// <summary>What is wrong with the section; nothing where it is empty.</summary>
    public static IEnumerable<string> WhatIsWrong(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section[nameof(Endpoint)] is { } endpoint && !string.IsNullOrWhiteSpace(endpoint)
            && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
        {
            yield return $"{Section}:{nameof(Endpoint)} must be an absolute http or https address.";
        }

        if (section[nameof(Protocol)] is { Length: > 0 } protocol && !Enum.GetNames<TelemetryProtocol>().Contains(protocol))
        {
            yield return $"{Section}:{nameof(Protocol)} is {string.Join(" or ", Enum.GetNames<TelemetryProtocol>())}, not {protocol}.";
        }
    }
}
