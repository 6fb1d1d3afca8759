import 'smp-widgets/react'; // types
import 'smp-widgets/clinic/define';
import 'smp-widgets/journey/define';

interface JourneyProps {
  course?: string;
  onStep: (step: string) => void;
  onBooked: (references: string[]) => void;
}

export function Journey({ course, onStep, onBooked }: JourneyProps) {
  return (
    <smp-clinic endpoint="/smp">
      <smp-journey
        steps="consultation design booking care"
        skippable="design"
        course={course}
        onsmp-step-changed={(event) => onStep(event.step)}
        onsmp-booking-confirmed={(event) => onBooked([event.booking.reference])}
        onsmp-course-confirmed={(event) => onBooked(event.sessions.map(({ reference }) => reference))}
      >
        <p>To start with a conversation, call 020 7946 0111.</p>
      </smp-journey>
    </smp-clinic>
  );
}
